package sc.fiji.superres.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;

import ij.ImagePlus;

import sc.fiji.superres.imagej.ImageFiles;
import sc.fiji.superres.imagej.ImageTextReader;
import sc.fiji.superres.imagej.ImageTextWriter;
import sc.fiji.superres.imagej.ResultSize;

/** Where an output image goes. */
interface Destination {

	/**
	 * @param name of a file, or {@code data:} and a format for text on standard output
	 * @throws IOException if there is no such format
	 */
	static Destination of(final String name, final PrintStream out) throws IOException {
		return ImageTextReader.isText(name) ? new Text(ImageTextWriter.of(name), out) : new ImageFile(Path.of(name));
	}

	/** Which is the same for two that cannot both be written. */
	String place();

	/** @throws IOException if an image of this size cannot be written there */
	void check(ResultSize size) throws IOException;

	void save(ImagePlus image) throws IOException;

	/** A file, whose extension tells the format. */
	record ImageFile(Path file) implements Destination {

		@Override
		public String place() {
			return file.toAbsolutePath().normalize().toString();
		}

		@Override
		public void check(final ResultSize size) throws IOException {
			ImageFiles.checkSavable(size, file);
		}

		@Override
		public void save(final ImagePlus image) throws IOException {
			ImageFiles.save(image, file);
		}
	}

	/** A line of standard output, on which nothing else is printed then. */
	record Text(ImageTextWriter writer, PrintStream out) implements Destination {

		@Override
		public String place() {
			return "Standard output";
		}

		@Override
		public void check(final ResultSize size) throws IOException {
			writer.check(size);
		}

		@Override
		public void save(final ImagePlus image) throws IOException {
			writer.write(image, out);
		}
	}
}
