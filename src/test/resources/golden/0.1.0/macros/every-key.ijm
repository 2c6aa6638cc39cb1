// Keys that no other macro here has, written by hand.
folder = getArgument();
images = folder + "/many keys";
draw(images, 3);
draw(folder + "/to validate on", 1);
keys = " batch=2 patch=8 validate_every=2 precision=float32 seed=7 learning_rate=0.001 halve_every=3 threads=1 licence=CC0-1.0 trained_on=[ramps and discs] notes=[for tests]";
run("Train Super-Resolution Model...", "input=[" + images + "] output=[" + folder + "/first] scale=2 blocks=1 filters=4 residual_scaling=0.1 steps=2 ema=0 clip_norm=1 loss=mse pixel_weight=0.5 psf_sigma=0.8 photons=500 noise=2" + keys);
run("Train Super-Resolution Model...", "input=[" + images + "] output=[" + folder + "/second] scale=2 blocks=1 filters=4 residual_scaling=0.1 steps=4 start=[" + folder + "/first] start_step=2 validation=[" + folder + "/to validate on] checkpoints=[" + folder + "/kept]" + keys);
run("Train Super-Resolution Model...", "input=[" + images + "] output=[" + folder + "/third] architecture=srcnn middle=3 steps=2" + keys);
run("Train Super-Resolution Model...", "input=[" + images + "] output=[" + folder + "/fourth] architecture=srgan scale=2 blocks=1 filters=4 steps=2 steps_phase2=2 rate_phase2=0.00005 adversarial_weight=0.002" + keys);
models = newArray("first", "second", "third", "fourth");
for (i = 0; i < 4; i++) fact(models[i], File.exists(folder + "/" + models[i] + "/rdf.yaml"));
fact("kept", File.exists(folder + "/kept/curve.csv"));

newImage("part of a hyperstack", "16-bit composite-mode", 20, 16, 2, 3, 2);
for (i = 1; i <= nSlices; i++) {
	setSlice(i);
	for (x = 0; x < 20; x++) setPixel(x, i % 16, 100 * i + x);
}
run("Upscale with Super-Resolution Model...", "input=[part of a hyperstack] model=[" + folder + "/models/espcn-x2] channels=2 slices=1-2 frames=2 intensity=100,1300 tile_size=8 halo=4 threads=1");
getDimensions(width, height, channels, slices, frames);
fact(getTitle(), "" + width + " x " + height + " x " + channels + " x " + slices + " x " + frames);
run("Close All");

run("Import Super-Resolution Model...", "input=[" + folder + "/models/edsr-x2.safetensors] output=[" + folder + "/scaled] architecture=edsr residual_scaling=0.5 shuffle=tensorflow author=[A. Author] licence=CC0-1.0");
fact("scaled", File.exists(folder + "/scaled/rdf.yaml"));

File.makeDirectory(folder + "/small");
open(images + "/1.png");
run("Size...", "width=24 height=24 interpolation=Bicubic average");
saveAs("PNG", folder + "/small/1.png");
run("Close All");
run("Batch Super-Resolution...", "input=[" + folder + "/small] output=[" + folder + "/large] model=bicubic-x2 recursive=false format=png naming={file}_{model} intensity=0,255 no_data=none channels=all slices=1 frames=1 ensemble=true reference=[" + images + "] shard=1/1 tile_size=16 halo=exact threads=1");
fact("batch", getResultString("status", nResults - 1));
fact("result", File.exists(folder + "/large/1.png_bicubic-x2.png"));
fact("PSNR", getResult("PSNR", nResults - 1));
run("Batch Super-Resolution...", "input=[" + folder + "/small] output=[" + folder + "/larger] model=bicubic-x3 list_only=true");
fact("list", getResultString("status", nResults - 1));
run("Evaluate Super-Resolution Model...", "models=bicubic-x2 hr=[" + folder + "/to validate on] lr=[" + folder + "/small] channels=joint border=0 range=255 threads=1");
fact("psnr", getResult("psnr", nResults - 1));

// Images of a disc before a ramp.
function draw(where, count) {
	File.makeDirectory(where);
	for (i = 1; i <= count; i++) {
		newImage("image", "RGB ramp", 48, 48, 1);
		setColor(60 * i, 200, 30);
		fillOval(5 * i, 10, 20, 20);
		saveAs("PNG", where + "/" + i + ".png");
		close();
	}
}

// Writes down what is to stay; the argument is a folder to work in.
function fact(name, value) {
	File.append(name + ": " + value, getArgument() + "/facts.txt");
}
