// A baseline with both maps on some slices of a stack, and a zipped model with a space in its path.
newImage("stack", "8-bit ramp", 20, 16, 3);
for (z = 1; z <= 3; z++) {
	setSlice(z);
	run("Add...", "value=" + 10 * z + " slice");
	setMetadata("Label", "depth " + z);
}
run("Upscale with Super-Resolution Model...", "input=stack model=bicubic-x2 slices=2-3 ensemble=true consistency_map=true deviation_map=true");
facts();
selectImage("stack (Bicubic x2) (consistency)");
facts();
selectImage("stack (Bicubic x2) (deviation)");
facts();

newImage("with gaps", "32-bit black", 12, 9, 1);
run("Macro...", "code=v=x+y");
setPixel(3, 3, NaN);
setPixel(8, 6, -1);
File.makeDirectory(getArgument() + "/my models");
File.copy(getArgument() + "/models/edsr-x3.zip", getArgument() + "/my models/edsr-x3.zip");
run("Upscale with Super-Resolution Model...", "input=[with gaps] model=[" + getArgument() + "/my models/edsr-x3.zip] no_data=-1");
fact("gaps", "" + getPixel(10, 10) + " and " + getPixel(25, 19));
facts();

function facts() {
	getStatistics(area, mean);
	fact("title", getTitle());
	fact("size", "" + getWidth() + " x " + getHeight() + " x " + nSlices + " pixels, " + bitDepth() + " bits");
	if (nSlices > 1) fact("label", getMetadata("Label"));
	fact("mean", mean);
	close();
}

// Writes down what is to stay; the argument is a folder to work in.
function fact(name, value) {
	File.append(name + ": " + value, getArgument() + "/facts.txt");
}
