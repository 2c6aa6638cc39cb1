// Enlarges the active image twice; where none is open, the sample that the plugin draws.
if (nImages == 0) {
	run("Super-Resolution Sample");
	selectImage("Super-Resolution Sample");
}
title = getTitle();
run("EDSR Super-Resolution...", "input=[" + title + "] model=edsr-x2");
selectImage(title + " (EDSR x2)");
print(getTitle() + ": " + getWidth() + " x " + getHeight() + " pixels");
