package sc.fiji.superres.install;

/**
 * One of the jars that an engine is made of, by its coordinates in a Maven repository.
 *
 * @param classifier empty for a jar with classes
 */
record EngineJar(String group, String artifact, String version, String classifier) {

	EngineJar(final String group, final String artifact, final String version) {
		this(group, artifact, version, "");
	}

	/** Such as {@code tensorflow-core-native-1.1.0-linux-x86_64.jar}. */
	String fileName() {
		return artifact + "-" + version + (classifier.isEmpty() ? "" : "-" + classifier) + ".jar";
	}

	/** Its path in a Maven repository. */
	String path() {
		return folder() + fileName();
	}

	/** The path of the description that tells what it depends on. */
	String pomPath() {
		return folder() + artifact + "-" + version + ".pom";
	}

	private String folder() {
		return group.replace('.', '/') + "/" + artifact + "/" + version + "/";
	}
}
