package sc.fiji.superres.imagej;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;

import ij.ImageStack;
import ij.VirtualStack;
import ij.io.FileInfo;
import ij.plugin.AVI_Reader;
import ij.plugin.FileInfoVirtualStack;

import sc.fiji.superres.io.WholeFile;

/**
 * The files behind a virtual stack, as far as ImageJ's own kinds of stacks tell them: one for each plane, or one for all.
 */
final class VirtualFiles {

	/** What tells whether a file is still the same. */
	record State(long size, FileTime time) {

		private static final State NONE = new State(0, null);
	}

	private final VirtualStack stack;
	private final FileInfo info;
	private final Class<?> kind;
	private Path whole;
	private State wholeState;

	/** @param info how the image was opened, may be null */
	VirtualFiles(final ImageStack stack, final FileInfo info) {
		this.stack = stack instanceof VirtualStack virtual ? virtual : null;
		this.info = info;
		kind = stack.getClass(); // others that extend these read what they like
	}

	/** Whether ImageJ paints a message where such a stack cannot read a file. */
	boolean isPainted() {
		return kind == VirtualStack.class && stack.getSliceLabel(1) != null; // one without files has no labels
	}

	/** The file of a plane; null if it is not known. */
	Path of(final int index) {
		if (stack instanceof PlaneStack planes) return planes.file();
		if (isPainted()) {
			final int plane = stack.translate(index);
			return path(stack.getDirectory(), stack.getFileName(plane));
		}
		if (kind == FileInfoVirtualStack.class) return path(stack.getDirectory(), stack.getFileName(stack.translate(index)));
		return kind == AVI_Reader.class && info != null ? path(info.directory, info.fileName) : null;
	}

	private static Path path(final String folder, final String name) {
		final String path = (folder == null ? "" : folder) + name;
		return name == null || path.contains("://") ? null : Path.of(path);
	}

	/**
	 * Whether the file of a plane is there and whole, as far as its format is known.
	 *
	 * @return what {@link #state} returns for as long as it does not change
	 */
	State check(final Path file, final int index) throws IOException {
		final State state = state(file);
		// Once is enough: a long stack in one file would be checked for each plane.
		if (file == null || file.equals(whole) && state.equals(wholeState)) return state;
		if (isRaw()) checkRaw(file, index, state.size());
		else ImageFormat.checkWhole(file);
		whole = isRaw() ? null : file;
		wholeState = state;
		return state;
	}

	/** Of a file that may be none. */
	static State state(final Path file) throws IOException {
		if (file == null) return State.NONE;
		if (!Files.exists(file))
			throw new ImageFileException("the file " + file + " has gone. Put it back, or open the stack again.");
		try {
			final BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
			return new State(attributes.size(), attributes.lastModifiedTime());
		}
		catch (final IOException e) {
			throw new ImageFileException(file + " cannot be read: " + WholeFile.reason(e) + " Put it back, or open the stack " +
				"again.", e);
		}
	}

	private boolean isRaw() {
		return kind == FileInfoVirtualStack.class && info != null && info.fileFormat == FileInfo.RAW;
	}

	private void checkRaw(final Path file, final int index, final long size) throws IOException {
		final boolean together = stack.getFileName(1).equals(stack.getFileName(index));
		final long plane = (long) info.width * info.height * info.getBytesPerPixel();
		final long end = info.getOffset() + (together ? (index - 1) * (plane + info.getGap()) : 0) + plane;
		if (end > size)
			throw new ImageFileException(file + " is cut off: the plane needs " + end + " bytes, but it has " + size +
				". Copy or download it again.");
	}
}
