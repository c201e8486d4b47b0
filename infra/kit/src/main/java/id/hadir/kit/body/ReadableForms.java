package id.hadir.kit.body;

import id.hadir.kit.problem.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebExchangeDecorator;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Gives handlers a form as a browser could have sent it: a name without {@code =} has an empty
 * value, and there are no control characters but tabs and line breaks. Broken percent-encoding is
 * 400.
 */
final class ReadableForms implements WebFilter {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return chain.filter(new WithReadableForm(exchange));
    }

    private static final class WithReadableForm extends ServerWebExchangeDecorator {

        WithReadableForm(ServerWebExchange exchange) {
            super(exchange);
        }

        @Override
        public Mono<MultiValueMap<String, String>> getFormData() {
            return super.getFormData()
                    .onErrorMap(
                            IllegalArgumentException.class,
                            _ -> Problem.of(HttpStatus.BAD_REQUEST, "malformed"))
                    .map(ReadableForms::clean);
        }
    }

    private static MultiValueMap<String, String> clean(MultiValueMap<String, String> form) {
        MultiValueMap<String, String> clean = new LinkedMultiValueMap<>(form.size());
        form.forEach((name, values) -> clean.put(name, clean(values)));
        return clean;
    }

    private static List<String> clean(List<@Nullable String> values) {
        return values.stream().map(ReadableForms::clean).toList();
    }

    private static String clean(@Nullable String value) {
        return value == null ? "" : value.replaceAll("[\\p{Cntrl}&&[^\t\r\n]]", "");
    }
}
