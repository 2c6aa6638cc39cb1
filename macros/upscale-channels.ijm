// Enlarges each channel of the active hyperstack by itself, with settings of its own, and merges the results. Here the
// darkest and brightest pixels of each channel are left out of its intensity range.
if (nImages == 0) {
	run("Super-Resolution Sample");
	selectImage("Super-Resolution Sample");
}
title = getTitle();
id = getImageID();
getDimensions(width, height, channels, slices, frames);
merge = "";
for (c = 1; c <= channels; c++) {
	selectImage(id);
	run("EDSR Super-Resolution...", "input=[" + title + "] model=edsr-x2 channels=" + c + " intensity=percentile");
	selectImage(title + " (EDSR x2)");
	rename("channel " + c);
	merge = merge + "c" + c + "=[channel " + c + "] ";
}
if (channels > 1) run("Merge Channels...", merge + "create");
rename(title + " by channel");
