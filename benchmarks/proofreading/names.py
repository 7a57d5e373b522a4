"""1,500 names and terms of all kinds in sentences of our own: how many are flagged as misspelt.

    python -m benchmarks.proofreading.names [--readers lingotweaker,harper,slips]

Half of the names come from lists that the lexicon does not hold (`HELD_OUT`): they show what the judgement does
with a name that it never saw.
"""

from __future__ import annotations

import argparse
import random
from datetime import date
from pathlib import Path

HELD_OUT = (
    "Aperira Haumia Kerewai Mahinarangi Ngapera Oriwia Parehuia Raiha Tamarangi Tukaki Waiatarangi "
    "Whakaahua Te Rangiataahua Hinekōrako Pōtiki Tauwhare Rongokako Matariki Puanga Takurua Vaitafe "
    "Feagaiga Lagimalie Masina Nofoaiga Pulemagafa Sauleone Taulafoga Vaifale Malaeola Kaliopasi Fangupō "
    "Halaleva Ikahihifo Lotomoua Manukia Pauliasi Taukolonga Vaisioa Draunidalo Kamikamica Nailatikau "
    "Qoliqoli Tikoduadua Thirunavukkarasu Muthulakshmi Ponnuswamy Veerabhadra Chinnaswamy Dakshinamoorthy "
    "Gnanasekaran Ilangovan Jeyakumar Kanagasabai Bhavsar Chudasama Gajjar Jhaveri Kachhia Limbachiya "
    "Panchal Raichura Sanghani Thakkarshi Zaveriwala Dhaduk Mangukiya Savaliya Vaghasiya Ouyang Zhuge "
    "Situ Shangguan Huangfu Linghu Murong Xiahou Yuchi Zhangsun Guanzhong Haixiang Jingyuan Kexin Linyue "
    "Mengqi Peihua Ruifeng Nguyenthi Phuocthinh Trungkien Baongoc Haidang Khaiminh Ngocdiep Quocbao "
    "Thienan Vinhphuc Seungwoo Hyeonjeong Gyeongmin Chaewon Szczepański Grzelczak Brzozowska Chrzanowski "
    "Dziedzic Gołębiewski Kędzierska Przybylski Rzeźniczak Świątek Trzebiatowski Wyszyńska Ölçer "
    "Güneyligil Kahvecioğlu Sarıkaya Topaloğlu Karaosmanoğlu Bjarnadóttir Guðmundsson Þorsteinsson "
    "Sigurðardóttir Vilhjálmsson Ogbonnaya Chukwuebuka Onwuachi Ezenwanne Iheanacho Umunnakwe Oyewunmi "
    "Adegbenro Olorunfemi Akinwunmi Gbadamosi Fagbemi Mutasingwa Nakayenga Ssemakula Byaruhanga Tumwebaze "
    "Kyomuhendo Nshimiyimana Uwimana Habyarimana Ndayishimiye Rakotomalala Hlongwane Mabuza Tshabalala "
    "Masondo Nkabinde Vilakazi Xolani Nomathemba Sinethemba Thulisile Van Niekerk Labuscagne Terblanche "
    "MacGillechiar Nicolson-MacAulay Uí Chonchúir Mac Cumhaill Ó Dochartaigh Fitzmaurice Pengelly "
    "Trevithick Polkinghorne Gwynne-Llewelyn Papatheodorou Hatziioannou Zervoudakis Mavromatis Dukagjini "
    "Krasniqi Berisha Gjokaj Abazović Delibašić Hadžihasanović Tadić Vaišnoras Kazlauskaitė Bērziņš "
    "Ozoliņa Kruusmaa Tõnisson Põldmäe Hämäläinen-Ruotsi Leppäkangas Pyykkönen Bascuñán Echeverría "
    "Goicochea Irigoyen Larrañaga Mendizábal Quiñones Urdangarín Zubizarreta Ayllón Cárcamo Huenchumilla "
    "Mamani Quispe Whakamaru Mangatāwhiri Kohukohunui Paparoa Waikouaiti Tuatapere Owaka Ranfurly Naseby "
    "Kurow Omarama Tekapo Geraldine Waihaorunga Rangataua Ohakune Raetihi Taihape Mangaweka Hunterville "
    "Marton Bulls Foxton Shannon Eketāhuna Pahiatua Dannevirke Woodville Norsewood Llanfairpwllgwyngyll "
    "Machynlleth Aberdaugleddau Auchtermuchty Kirkcudbright Ballachulish Drumnadrochit Skibbereen "
    "Ballybofey Magherafelt Wagga Coonabarabran Goondiwindi Cunnamulla Toowoomba Woolloomooloo "
    "Murwillumbah Kalgoorlie Meekatharra Oodnadatta Kapuskasing Chicoutimi Rimouski Nanaimo Kamloops "
    "Medicine Hat Keekaluk Polokwane Mbombela Gqeberha Thohoyandou Umhlanga Zenvira Quantelle Nordhaven "
    "Bryxton Solvanta Kestrelpoint Marluxe Pindari Glenorra Tarnwick Ortelius Velocity Fynbosch Aldermoor "
    "Kiwiharvest Whenuapai Ltd Tūrangawaewae House Ōrākei Koreneff Brightwell Partners Hauraki Gulf "
    "Plastics Southlink Freight "
)

KNOWN = (
    "JavaScript TypeScript Kubernetes Terraform PostgreSQL MongoDB Xero MYOB Salesforce HubSpot Tableau "
    "Power BI SharePoint ServiceNow Jira Confluence Photoshop InDesign Illustrator After Effects Premiere "
    "Pro AutoCAD Revit SolidWorks ArcGIS QGIS MATLAB Simulink LabVIEW SPSS Stata NVivo RStudio NumPy "
    "pandas scikit-learn TensorFlow PyTorch OpenCV Databricks Snowflake BigQuery Redshift dbt Airflow "
    "Kafka Elasticsearch Logstash Kibana Grafana Prometheus Datadog Splunk PagerDuty Ansible Jenkins "
    "GitHub GitLab Bitbucket CircleCI VMware Nutanix Citrix SCCM Intune Okta PowerShell Node.js React "
    "Vue.js Angular Svelte Laravel Symfony Django Flask FastAPI Kotlin Golang BSc BCom LLB MBChB PGDipEd "
    "GradDipTchg MNZM ONZM CMInstD CAANZ ACCA CIMA CIPD PRINCE2 ITIL TOGAF CISSP CCNA PMP NCEA NZQA GCSE "
    "BTEC NVQ IELTS TOEFL summa cum laude magna cum laude honours viva pro bono ad hoc per annum sous "
    "chef commis maître d'hôtel kaitiakitanga whanaungatanga manaakitanga tikanga kaupapa whānau hapū iwi "
    "hui kōrero wānanga marae pōwhiri karakia waiata rangatahi tamariki kaumātua kura kōhanga tauira "
    "kaiako hauora oranga whakapapa whenua tāngata te reo Māori Pākehā Pasifika talanoa fono Aotearoa "
    "Whangārei Tauranga Whakatāne Rotorua Taupō Whanganui Palmerston North Kāpiti Porirua Ōtautahi "
    "Kaikōura Oamaru Ōtepoti Timaru Ngaire Hinemoa Wiremu Rāwiri Tāmati Mereana Sione Viliami Salote "
    "Tevita Leilani Siaosi Priyanka Harpreet Gurpreet Venkatesh Xiaoming Jiayi Nguyễn Phương Oluwaseun "
    "Chidinma Kwame Thandiwe Siobhán Aoife Caoimhe Rhys Angharad Wojciech Agnieszka Łukasz Björn Jürgen "
    "Fonterra Zespri Datacom Kiwibank Foodstuffs Mainfreight Deloitte KPMG Accenture Capgemini Infosys "
    "Wipro Halliburton Schlumberger Woolworths Bunnings Telstra Sainsbury's Waitrose Wegmans Chipotle "
    "Nordstrom Otago Canterbury Massey Waikato Lincoln Heriot-Watt Goldsmiths INSEAD Bocconi Tsinghua "
    "Waseda KAIST Witwatersrand Stellenbosch Loughborough Aberystwyth Strathclyde Cranfield Keele "
    "upskilling onboarding timesheets roadmap backend frontend microservices webhook refactored dataset "
    "hackathon webinar drywall millwright phlebotomy venipuncture cytometry chromatography bioinformatics "
    "geotechnical photogrammetry viticulture barista charcuterie stocktake rostering fitout rollout "
    "intercompany payables receivables planogram upselling telehandler switchgear substation mechatronics "
    "kaizen "
)

FRAMES = (
    "Worked with {} on the yearly plan",
    "Reported to {} for two years",
    "Trained at {} and passed with credit",
    "Led a project for {} in the south",
    "Skills: planning, {}, budgets",
    "Used {} every day in a busy office",
    "Referee: {}, head of operations",
)

NUMBER = 1500


def cases(seed: int = 7) -> list[tuple[str, str]]:
    """(name, sentence) for 1,500 names; the smaller lists are used in several sentences."""
    chance = random.Random(seed)
    names = [*HELD_OUT.split(), *KNOWN.split()]
    made = []
    while len(made) < NUMBER:
        chance.shuffle(names)
        made += [(name, chance.choice(FRAMES).format(name)) for name in names]
    return made[:NUMBER]


def flagged(readers: tuple[str, ...], locale: str = "en-NZ") -> tuple[list[str], int, int]:
    """The names flagged as misspelt or miscased, how many distinct names there are, and how many sentences."""
    from cvlint.loaders import load_text
    from cvlint.proofreaders.panel import Panel
    from cvlint.proofreaders.reading import Knowledge
    from cvlint.resume import read_resume

    some = cases()
    found = []
    panel = Panel(readers)
    try:
        for at in range(0, len(some), 30):
            part = some[at : at + 30]
            document = load_text("\n\n".join(f"- {s}" for _, s in part) + "\n", str(Path("names.txt")))
            proof = panel.proofread(document, read_resume(document, date(2026, 6, 1)), locale, Knowledge())
            start = 0
            for name, sentence in part:
                start = document.text.index(sentence, start)
                low = start + sentence.index(name)
                if any(
                    r.start < low + len(name) and r.end > low and any(x.startswith("panel:") for x in r.rules)
                    for r in proof.remarks
                ):
                    found.append(name)
                start += len(sentence)
    finally:
        panel.close()
    return found, len({n for n, _ in some}), len(some)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--readers", default="lingotweaker,harper,slips")
    names, kinds, total = flagged(tuple(parser.parse_args().readers.split(",")))
    print(f"{len(names)} of {total} flagged ({100 * len(names) / total:.2f} %), {kinds} different names")
    print(", ".join(sorted(set(names))))
