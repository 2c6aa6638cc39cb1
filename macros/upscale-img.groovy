#@ File (label = "Image", description = "image file to enlarge") input
#@ String (label = "Model", value = "edsr-x2", description = "name of a model, or the path of its package") model
#@output ij.ImagePlus output

// Enlarges the first plane of an image by the Java API, as a script of Fiji: pixels are an Img of ImgLib2 on the way.
import ij.ImagePlus

import sc.fiji.superres.loader.Engines
import sc.fiji.superres.imagej.ImageFiles
import sc.fiji.superres.imagej.Planes
import sc.fiji.superres.model.ModelFolders
import sc.fiji.superres.upscale.Upscaler

image = ImageFiles.open(input.toPath())
lr = Planes.of(new ImagePlus(image.title, image.getStack().getProcessor(1)))
opened = ModelFolders.standard().open(model, Engines.tensorflow())
hr = Upscaler.of(opened).upscale(lr)

println "${image.title}: ${lr.dimensionsAsLongArray()} became ${hr.dimensionsAsLongArray()} with ${opened.network()}"
output = new ImagePlus("${image.title} (by script)", Planes.processor(hr))
