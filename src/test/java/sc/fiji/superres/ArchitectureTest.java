package sc.fiji.superres;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The walls between the rooms. */
@AnalyzeClasses(packages = "sc.fiji.superres", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

	@ArchTest
	static final ArchRule ONLY_TENSORFLOW_IMPORTS_TENSORFLOW = noClasses().that().resideOutsideOfPackage("..superres.tensorflow..")
		.should().dependOnClassesThat().resideInAnyPackage("org.tensorflow..", "org.bytedeco..", "com.google.protobuf..");

	@ArchTest
	static final ArchRule TENSORFLOW_IS_REACHED_THROUGH_THE_ENGINE_ONLY = noClasses().that().resideOutsideOfPackage(
		"..superres.tensorflow..").should().dependOnClassesThat().resideInAPackage("..superres.tensorflow..");

	@ArchTest
	static final ArchRule IMAGEJ_STAYS_AT_THE_BORDER = noClasses().that().resideOutsideOfPackages("..superres.imagej..",
		"..superres.ui..", "..superres.command..", "..superres.cli..").should().dependOnClassesThat().resideInAnyPackage("ij..");

	@ArchTest
	static final ArchRule THE_CORE_RUNS_HEADLESS = noClasses().that().resideOutsideOfPackage("..superres.ui..").should()
		.dependOnClassesThat().resideInAnyPackage("java.awt..", "javax.swing..");

	@ArchTest
	static final ArchRule THE_CORE_KNOWS_NO_SCIJAVA = noClasses().that().resideOutsideOfPackages("..superres.command..",
		"..superres.cli..", "..superres.ui..").should().dependOnClassesThat().resideInAnyPackage("org.scijava..");

	@ArchTest
	static final ArchRule ONLY_THE_INSTALLER_KNOWS_COURSIER = noClasses().that().resideOutsideOfPackage("..superres.install..")
		.should().dependOnClassesThat().resideInAPackage("coursierapi..");

	@ArchTest
	static final ArchRule NO_CYCLES = slices().matching("sc.fiji.superres.(*)..").should().beFreeOfCycles();

	@ArchTest
	static final ArchRule ROOMS_SEE_WHAT_THEY_MAY = layeredArchitecture().consideringOnlyDependenciesInLayers()
		.layer("network").definedBy("..superres.network..")
		.layer("gpu").definedBy("..superres.gpu..")
		.layer("engine").definedBy("..superres.engine..")
		.layer("loader").definedBy("..superres.loader..")
		.layer("install").definedBy("..superres.install..")
		.layer("tensorflow").definedBy("..superres.tensorflow..")
		.layer("io").definedBy("..superres.io..")
		.layer("resample").definedBy("..superres.resample..")
		.layer("sample").definedBy("..superres.sample..")
		.layer("metric").definedBy("..superres.metric..")
		.layer("model").definedBy("..superres.model..")
		.layer("upscale").definedBy("..superres.upscale..")
		.layer("training").definedBy("..superres.training..")
		.layer("evaluation").definedBy("..superres.evaluation..")
		.layer("batch").definedBy("..superres.batch..")
		.layer("imagej").definedBy("..superres.imagej..")
		.layer("command").definedBy("..superres.command..")
		.layer("cli").definedBy("..superres.cli..")
		.layer("ui").definedBy("..superres.ui..")
		.layer("site").definedBy("..superres.site..")
		.whereLayer("network").mayNotAccessAnyLayer()
		.whereLayer("io").mayNotAccessAnyLayer()
		.whereLayer("gpu").mayNotAccessAnyLayer()
		.whereLayer("resample").mayNotAccessAnyLayer()
		.whereLayer("sample").mayOnlyAccessLayers("resample")
		.whereLayer("metric").mayNotAccessAnyLayer()
		.whereLayer("engine").mayOnlyAccessLayers("network")
		.whereLayer("loader").mayOnlyAccessLayers("engine", "network", "gpu", "io")
		.whereLayer("install").mayOnlyAccessLayers("engine", "loader", "io")
		.whereLayer("tensorflow").mayOnlyAccessLayers("engine", "loader", "network")
		.whereLayer("model").mayOnlyAccessLayers("network", "engine", "loader", "io")
		.whereLayer("upscale").mayOnlyAccessLayers("resample", "model", "network", "engine", "loader")
		.whereLayer("training").mayOnlyAccessLayers("resample", "model", "network", "engine", "metric", "io")
		.whereLayer("evaluation").mayOnlyAccessLayers("upscale", "metric", "resample", "io")
		.whereLayer("batch").mayOnlyAccessLayers("upscale", "engine", "io")
		.whereLayer("imagej").mayOnlyAccessLayers("io", "upscale", "batch")
		.whereLayer("ui").mayOnlyAccessLayers("imagej")
		.whereLayer("cli").mayOnlyAccessLayers("command", "imagej")
		.whereLayer("site").mayOnlyAccessLayers("io")
		.whereLayer("site").mayNotBeAccessedByAnyLayer();
}
