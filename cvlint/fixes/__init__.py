"""What is made of a report: corrected copies, copies with comments or highlights, pictures, a friend's word."""
