package sc.fiji.superres.command;

import sc.fiji.superres.engine.Progress;
import sc.fiji.superres.imagej.ImageInUse;

/** Progress of work on images that a user may close meanwhile, which ends it with a sentence. */
record ProgressWhileOpen(Progress progress, ImageInUse use) implements Progress {

	@Override
	public void update(final String what, final long done, final long total) {
		progress.update(what, done, total);
	}

	@Override
	public boolean isCancelled() {
		return progress.isCancelled();
	}

	@Override
	public void checkCancelled() {
		use.checkOpen();
		progress.checkCancelled();
	}
}
