package id.hadir.kit.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.hadir.kit.problem.Problem;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpMethod;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.reactive.BindingContext;

class PageRequestArgumentTests {

    private static final MethodParameter PARAMETER =
            new MethodParameter(
                    Objects.requireNonNull(
                            ReflectionUtils.findMethod(
                                    PageRequestArgumentTests.class, "list", PageRequest.class)),
                    0);

    @Property
    void anyLimitIsWithinItsBoundsOrRefused(@ForAll("limits") String limit) {
        try {
            assertThat(read(limit, "").limit()).isBetween(1, PageRequest.MOST);
        } catch (Problem refused) {
            assertThat(refused.status().value()).isEqualTo(422);
        }
    }

    @Property
    void anyCursorIsReadOrRefused(@ForAll String cursor) {
        try {
            assertThat(read("10", cursor).limit()).isEqualTo(10);
        } catch (Problem refused) {
            assertThat(refused.status().value()).isEqualTo(422);
        }
    }

    @Property
    void aLimitWithinItsBoundsIsTaken(@ForAll @IntRange(min = 1, max = 200) int limit) {
        assertThat(read(String.valueOf(limit), "").limit()).isEqualTo(limit);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "201", "-1", "1e2", "٣", "99999999999999999999", " 5"})
    void otherLimitsAreRefused(String limit) {
        assertThatThrownBy(() -> read(limit, "")).isInstanceOf(Problem.class);
    }

    @Test
    void whoAsksForNothingGetsTheFirstFifty() {
        assertThat(read("", "")).isEqualTo(PageRequest.first(50));
    }

    private static PageRequest read(String limit, String cursor) {
        return (PageRequest)
                new PageRequestArgument()
                        .resolveArgumentValue(
                                PARAMETER,
                                new BindingContext(),
                                MockServerWebExchange.from(
                                        MockServerHttpRequest.method(
                                                HttpMethod.GET,
                                                URI.create(
                                                        "/?limit=%s&cursor=%s"
                                                                .formatted(
                                                                        encoded(limit),
                                                                        encoded(cursor))))));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Provide
    static Arbitrary<String> limits() {
        return Arbitraries.oneOf(
                Arbitraries.strings().numeric().ofMaxLength(25),
                Arbitraries.strings().ofMaxLength(10));
    }

    PageRequest list(PageRequest page) {
        return page;
    }
}
