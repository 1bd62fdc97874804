"""What the program that saved a page, or the web archive that kept it, put into it. Asked about HTML only, before the page is read."""
