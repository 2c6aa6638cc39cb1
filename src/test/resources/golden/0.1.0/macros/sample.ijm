// The sample, two of its channels enlarged, and what that is worth.
run("Super-Resolution Sample");
facts("Super-Resolution Sample");
facts("Super-Resolution Sample (truth)");
selectImage("Super-Resolution Sample");
run("Upscale with Super-Resolution Model...", "input=[Super-Resolution Sample] model=lanczos-x2 channels=1,3");
facts(getTitle());

function facts(title) {
	selectImage(title);
	getDimensions(width, height, channels, slices, frames);
	getPixelSize(unit, pixelWidth, pixelHeight);
	fact("title", getTitle());
	fact("size", "" + width + " x " + height + " pixels, " + channels + " channels, " + bitDepth() + " bits");
	fact("pixel width", pixelWidth);
}

// Writes down what is to stay; the argument is a folder to work in.
function fact(name, value) {
	File.append(name + ": " + value, getArgument() + "/facts.txt");
}
