package sc.fiji.superres.command;

import sc.fiji.superres.model.ModelCard;
import sc.fiji.superres.network.Architecture;

/** The papers on architectures as the cards of models name them. */
final class Papers {

	private Papers() {}

	static ModelCard.Reference of(final Architecture architecture) {
		return new ModelCard.Reference(architecture.paper().text(), architecture.paper().doi());
	}
}
