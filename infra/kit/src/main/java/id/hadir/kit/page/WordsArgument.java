package id.hadir.kit.page;

import org.springframework.core.MethodParameter;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Hands the {@link Words} of the reader's language to handler methods: a title needs them. */
final class WordsArgument implements HandlerMethodArgumentResolver {

    private final PageWriter writer;

    WordsArgument(PageWriter writer) {
        this.writer = writer;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Words.class;
    }

    @Override
    public Mono<Object> resolveArgument(
            MethodParameter parameter, BindingContext binding, ServerWebExchange exchange) {
        return Mono.just(writer.words(exchange));
    }
}
