package id.hadir.kit.test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The rules that hold for the code of every service; a service's {@code ArchitectureTests} takes
 * them in with {@code @ArchTest static final ArchTests house = ArchTests.in(HouseRules.class)}.
 */
public final class HouseRules {

    private HouseRules() {}

    /** Feed appliers and migrations write SQL too: they are stores under another name. */
    @ArchTest
    static final ArchRule sql_lives_in_stores_and_queries =
            noClasses()
                    .that()
                    .haveNameNotMatching(".*(Store|Queries)(\\$.*)?")
                    .and()
                    .resideOutsideOfPackage("id.hadir.kit..")
                    .should()
                    .callMethod(DatabaseClient.class, "sql", String.class);

    /** The first account is made at the start, before there is a request that could be held up. */
    @ArchTest
    static final ArchRule nothing_blocks =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("id.hadir.kit..")
                    .and()
                    .haveSimpleNameNotEndingWith("FirstAdmin")
                    .should()
                    .callMethodWhere(
                            isReactor("block", "blockFirst", "blockLast", "blockOptional"));

    @ArchTest
    static final ArchRule controllers_are_named_api_or_pages =
            classes()
                    .that()
                    .areMetaAnnotatedWith(Controller.class)
                    .should()
                    .haveNameMatching(".*(Api|Pages)");

    private static DescribedPredicate<JavaMethodCall> isReactor(String... names) {
        return DescribedPredicate.describe(
                "wait for a Mono or Flux",
                call ->
                        (call.getTargetOwner().isEquivalentTo(Mono.class)
                                        || call.getTargetOwner().isEquivalentTo(Flux.class))
                                && List.of(names).contains(call.getName()));
    }
}
