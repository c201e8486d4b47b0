package id.hadir.kit;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import id.hadir.kit.test.HouseRules;

@AnalyzeClasses(packages = "id.hadir.kit", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest static final ArchTests house = ArchTests.in(HouseRules.class);

    @ArchTest
    static final ArchRule concerns_need_each_other_in_one_direction =
            slices().matching("id.hadir.kit.(*)..").should().beFreeOfCycles();
}
