"""Forms that people make by the rule where English has one of its own: teached for taught, fourty for forty."""

from __future__ import annotations

_TEXT = """
teached:taught catched:caught buyed:bought buyd:bought selled:sold telled:told builded:built rebuilded:rebuilt
runned:ran brung:brought bringed:brought broughted:brought boughted:bought taughted:taught spended:spent sended:sent
resended:resent lended:lent understanded:understood standed:stood payed:paid overpayed:overpaid prepayed:prepaid
layed:laid sayed:said keeped:kept sleeped:slept sweeped:swept feeled:felt dealed:dealt meaned:meant meeted:met
leaved:left losed:lost choosed:chose choosen:chosen freezed:froze speaked:spoke breaked:broke writed:wrote
wroted:wrote rewrited:rewrote drived:drove rided:rode rised:rose gived:gave forgived:forgave taked:took
undertaked:undertook mistaked:mistook maked:made shaked:shook growed:grew knowed:knew throwed:threw drawed:drew
withdrawed:withdrew flyed:flew blowed:blew comed:came becomed:became overcomed:overcame begined:began beginned:began
winned:won swimmed:swam digged:dug finded:found fighted:fought seeked:sought thinked:thought holded:held
upholded:upheld withholded:withheld cutted:cut setted:set letted:let shutted:shut splitted:split spreaded:spread
readed:read hurted:hurt binded:bound weared:wore teared:tore sticked:stuck striked:struck
stealed:stole shooted:shot sitted:sat eated:ate drinked:drank falled:fell forgetted:forgot goed:went doed:did
overseed:oversaw overseened:oversaw outselled:outsold outruned:outran
shelfs:shelves bookshelfs:bookshelves wifes:wives housewifes:housewives midwifes:midwives knifes:knives halfs:halves
loafs:loaves thiefs:thieves wolfs:wolves calfs:calves childs:children tooths:teeth sheeps:sheep deers:deer
criterions:criteria analysises:analyses diagnosises:diagnoses crisises:crises thesises:theses potatos:potatoes
tomatos:tomatoes attorneies:attorneys companys:companies alumnis:alumni datas:data
ourself:ourselves ourselfs:ourselves themselfs:themselves yourselfs:yourselves theirselves:themselves hisself:himself
fourty:forty fourtieth:fortieth fourties:forties ninty:ninety nintieth:ninetieth nineth:ninth fiveth:fifth fivth:fifth
eightth:eighth twelveth:twelfth twelth:twelfth threeth:third
upto:up_to alot:a_lot atleast:at_least eachother:each_other infact:in_fact noone:no_one aswell:as_well incase:in_case
ofcourse:of_course inspite:in_spite
"""
FORMS = dict(pair.replace("_", " ").split(":") for pair in _TEXT.split())
"""A form made by the rule, in lower case, and the form that English has."""
