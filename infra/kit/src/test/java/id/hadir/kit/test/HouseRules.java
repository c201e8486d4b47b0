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

    /** The kit's feed is a store that bears the name of what it stores. */
    @ArchTest
    static final ArchRule sql_lives_in_stores_and_queries =
            noClasses()
                    .that()
                    .haveNameNotMatching(".*(Store|Queries)(\\$.*)?")
                    .and()
                    .haveNameNotMatching("id\\.hadir\\.kit\\.feed\\.(Feed|FeedFollower)")
                    .should()
                    .callMethod(DatabaseClient.class, "sql", String.class);

    /** The first account is made at the start, before there is a request that could be held up. */
    @ArchTest
    static final ArchRule nothing_blocks =
            noClasses()
                    .that()
                    .haveSimpleNameNotEndingWith("FirstAdmin")
                    .should()
                    .callMethodWhere(
                            isReactor("block", "blockFirst", "blockLast", "blockOptional"));

    /**
     * What is subscribed to by hand is on nobody's chain: errors, cancelling and the end are its
     * own to see to. Batches write for many requests at once; a feed is followed without any.
     */
    @ArchTest
    static final ArchRule nothing_subscribes =
            noClasses()
                    .that()
                    .doNotHaveSimpleName("Batches")
                    .and()
                    .doNotHaveSimpleName("FeedFollower")
                    .should()
                    .callMethodWhere(isReactor("subscribe", "subscribeWith"));

    @ArchTest
    static final ArchRule controllers_are_named_api_or_pages =
            classes()
                    .that()
                    .areMetaAnnotatedWith(Controller.class)
                    .should()
                    .haveNameMatching(".*(Api|Pages)");

    private static DescribedPredicate<JavaMethodCall> isReactor(String... names) {
        return DescribedPredicate.describe(
                "call %s of a Mono or Flux".formatted(String.join(" or ", names)),
                call ->
                        (call.getTargetOwner().isEquivalentTo(Mono.class)
                                        || call.getTargetOwner().isEquivalentTo(Flux.class))
                                && List.of(names).contains(call.getName()));
    }
}
