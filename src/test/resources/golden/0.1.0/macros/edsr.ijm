// EDSR, written by hand: the current image by the model that is chosen for it, and a named image by a model of one's own.
draw("cells");
run("EDSR Super-Resolution...");
facts();
selectImage("cells");
run("EDSR Super-Resolution...", "input=cells model=[" + getArgument() + "/models/edsr-x2] tile_size=8 halo=exact");
facts();
selectImage("cells");
makeRectangle(4, 6, 10, 8);
run("EDSR Super-Resolution...", "input=cells model=[" + getArgument() + "/models/edsr-x2] intensity=0,300 threads=1");
facts();

function draw(title) {
	newImage(title, "16-bit black", 20, 16, 1);
	for (y = 0; y < 16; y++) for (x = 0; x < 20; x++) setPixel(x, y, round(150 + 100 * sin(x / 3) * cos(y / 4)));
	run("Properties...", "channels=1 slices=1 frames=1 unit=nm pixel_width=30 pixel_height=30 voxel_depth=1");
}

function facts() {
	getPixelSize(unit, pixelWidth, pixelHeight);
	getStatistics(area, mean);
	fact("title", getTitle());
	fact("size", "" + getWidth() + " x " + getHeight() + " pixels of " + pixelWidth + " " + unit + ", " + bitDepth() + " bits");
	fact("mean", mean);
	close();
}

// Writes down what is to stay; the argument is a folder to work in.
function fact(name, value) {
	File.append(name + ": " + value, getArgument() + "/facts.txt");
}
