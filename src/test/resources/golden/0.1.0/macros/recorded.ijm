// Lines as the recorder of this version writes them, with all that its dialogs show.
folder = getArgument();
newImage("cells", "8-bit ramp", 20, 16, 1);
run("EDSR Super-Resolution...", "model=edsr-x2 channels=all slices=all frames=all intensity=auto no_data=none ensemble=false consistency_map=false deviation_map=false tile_size=auto halo=auto threads=auto");
facts();
run("Import Super-Resolution Model...", "input=[" + folder + "/models/edsr-x2.safetensors] output=[" + folder + "/recorded import] architecture=auto residual_scaling=1 shuffle=auto author=[not stated] licence=CC0-1.0");
selectImage("cells");
run("EDSR Super-Resolution...", "input=cells model=[" + folder + "/recorded import] channels=all slices=all frames=all intensity=0,300 no_data=none ensemble=false consistency_map=false deviation_map=false tile_size=8 halo=exact threads=1");
facts();
selectImage("cells");
run("SRGAN Super-Resolution...", "input=cells model=[" + folder + "/models/srresnet-x2] channels=all slices=all frames=all intensity=auto no_data=none ensemble=false consistency_map=true deviation_map=false tile_size=auto halo=auto threads=auto");
facts();
run("Super-Resolution Sample");
run("Upscale with Super-Resolution Model...", "input=[Super-Resolution Sample] model=lanczos-x2 channels=1,3 slices=all frames=all intensity=auto no_data=none ensemble=true consistency_map=true deviation_map=true tile_size=auto halo=auto threads=auto");
facts();

newImage("truth", "8-bit ramp", 40, 32, 2);
run("Duplicate...", "title=[a test] duplicate");
run("Add...", "value=2 stack");
run("Measure PSNR...", "reference=truth test=[a test] range=auto border=2 channels=joint error_map=false");
run("Measure PSNR...", "reference=truth test=[a test] range=type border=0 channels=each error_map=true");
for (row = 0; row < nResults; row++) fact("PSNR", getResult("PSNR", row));
run("Close All");

File.makeDirectory(folder + "/recorded images");
for (i = 1; i <= 3; i++) {
	newImage("image", "RGB ramp", 40, 40, 1);
	setColor(60 * i, 200, 30);
	fillOval(5 * i, 10, 20, 20);
	saveAs("PNG", folder + "/recorded images/" + i + ".png");
	close();
}
run("Clear Results");
run("Evaluate Super-Resolution Model...", "models=bicubic-x2,ibp-x2,bicubic-ij-x2,nearest-x2,bilinear-x2 hr=[" + folder + "/recorded images] output=[" + folder + "/recorded.csv] channels=y border=4 range=auto threads=auto");
for (row = 3; row < nResults; row += 4) fact(getResultString("model", row), getResult("psnr", row));
run("Clear Results");
run("Batch Super-Resolution...", "input=[" + folder + "/recorded images] output=[" + folder + "/recorded results] model=bicubic-x3 pattern=*.png recursive=true format=tif naming={name}-{scale} intensity=type no_data=none ensemble=false tile_size=auto threads=auto list_only=false");
for (row = 0; row < nResults; row++) fact(getResultString("file", row), getResultString("status", row));
run("Train Super-Resolution Model...", "input=[" + folder + "/recorded images] output=[" + folder + "/recorded training] architecture=edsr scale=3 channels=any blocks=1 filters=4 start=[] steps=4 batch=2 patch=8 learning_rate=0.0004 validate_every=2 precision=float32 psf_sigma=0 photons=0 noise=0 author=[A. Author]");
fact("trained", File.exists(folder + "/recorded training/rdf.yaml"));

function facts() {
	getStatistics(area, mean);
	getDimensions(width, height, channels, slices, frames);
	fact(getTitle(), "" + width + " x " + height + " x " + channels);
	fact("mean", mean);
	close();
}

// Writes down what is to stay; the argument is a folder to work in.
function fact(name, value) {
	File.append(name + ": " + value, getArgument() + "/facts.txt");
}
