package id.hadir.materials;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import id.hadir.kit.test.HouseRules;

@AnalyzeClasses(
        packages = "id.hadir.materials",
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest static final ArchTests house = ArchTests.in(HouseRules.class);

    @ArchTest
    static final ArchRule features_form_no_circle =
            SlicesRuleDefinition.slices()
                    .matching("id.hadir.materials.(*)..")
                    .should()
                    .beFreeOfCycles();
}
