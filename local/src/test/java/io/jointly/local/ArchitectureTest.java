package io.jointly.local;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.jointly.local", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule featuresHaveNoCycles =
            slices().matching("io.jointly.local.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nothingKnowsTheCommandLineButTheCommands =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("io.jointly.local.command")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("io.jointly.local.command", "picocli");
}
