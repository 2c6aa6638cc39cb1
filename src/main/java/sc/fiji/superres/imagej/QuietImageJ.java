package sc.fiji.superres.imagej;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;

import ij.IJ;
import ij.ImagePlus;
import ij.io.FileOpener;

/**
 * Turns what ImageJ's readers tell the user into an exception: they open dialogs, log and print, and return what they have.
 */
final class QuietImageJ {

	interface Reader {

		ImagePlus read() throws IOException;
	}

	private QuietImageJ() {}

	/**
	 * One reader at a time, as ImageJ's switches are static.
	 *
	 * @throws IOException if the reader complained, failed or returned no image; the message is its complaint
	 */
	static ImagePlus read(final Reader reader) throws IOException {
		return read(reader, true);
	}

	/**
	 * For readers of a host, which print what is no complaint.
	 *
	 * @return null if the reader returned no image
	 * @throws IOException if the reader failed
	 */
	static ImagePlus readTalkative(final Reader reader) throws IOException {
		return read(reader, false);
	}

	private static synchronized ImagePlus read(final Reader reader, final boolean strict) throws IOException {
		final boolean redirecting = IJ.redirectingErrorMessages();
		final boolean globalCalibration = new ImagePlus().getGlobalCalibration() != null;
		final PrintStream out = System.out;
		final Catcher catcher = new Catcher(out);
		final PrintStream catching = new PrintStream(catcher, true);
		IJ.redirectErrorMessages(true);
		if (globalCalibration) FileOpener.setShowConflictMessage(false); // a dialog
		System.setOut(catching); // where IJ.log goes without a window
		try {
			final ImagePlus image = reader.read();
			if (!strict) return image;
			final String complaint = complaint(catcher);
			if (!complaint.isEmpty() && !IJ.debugMode) throw new IOException(complaint);
			if (image == null || image.getProcessor() == null) throw new IOException("ImageJ's reader returned no image");
			return image;
		}
		catch (final RuntimeException e) {
			throw new IOException("ImageJ's reader failed (" + e + ")", e);
		}
		catch (final OutOfMemoryError e) { // of a single large array; what there was is free again
			throw new IOException("it needs more memory than Java has left; give Java more (-Xmx, or Edit > Options > Memory & " +
				"Threads)", e);
		}
		finally {
			if (System.out == catching) System.setOut(out);
			if (globalCalibration) FileOpener.setShowConflictMessage(true);
			IJ.redirectErrorMessages(redirecting);
		}
	}

	private static String complaint(final Catcher catcher) {
		final String error = IJ.getErrorMessage();
		final String text = error == null ? catcher.caught.toString() : error;
		return text.strip().lines().findFirst().orElse("");
	}

	/** Keeps what this thread prints; lets pass what others print. */
	private static final class Catcher extends OutputStream {

		private final Thread thread = Thread.currentThread();
		private final ByteArrayOutputStream caught = new ByteArrayOutputStream();
		private final PrintStream others;

		private Catcher(final PrintStream others) {
			this.others = others;
		}

		@Override
		public void write(final int b) throws IOException {
			write(new byte[] { (byte) b }, 0, 1);
		}

		@Override
		public void write(final byte[] bytes, final int offset, final int length) throws IOException {
			(Thread.currentThread() == thread ? caught : others).write(bytes, offset, length);
		}
	}
}
