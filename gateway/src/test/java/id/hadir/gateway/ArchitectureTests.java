package id.hadir.gateway;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import id.hadir.kit.test.HouseRules;

@AnalyzeClasses(packages = "id.hadir.gateway", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest static final ArchTests HOUSE = ArchTests.in(HouseRules.class);
}
