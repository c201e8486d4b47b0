package id.hadir.kit.listing;

import id.hadir.kit.problem.FieldErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.SyncHandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;

/** Reads {@link PageRequest} from the query. */
class PageRequestArgument implements SyncHandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == PageRequest.class;
    }

    @Override
    public Object resolveArgumentValue(
            MethodParameter parameter, BindingContext binding, ServerWebExchange exchange) {
        MultiValueMap<String, String> query = exchange.getRequest().getQueryParams();
        String cursor = query.getFirst("cursor");
        return new PageRequest(
                limit(query.getFirst("limit")),
                cursor == null || cursor.isEmpty() ? null : Cursor.parse(cursor));
    }

    private static int limit(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return PageRequest.USUAL;
        }
        FieldErrors errors = new FieldErrors();
        int limit = text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : -1;
        if (limit < 1 || limit > PageRequest.MOST) {
            errors.add("limit", "out-of-range", 1, PageRequest.MOST);
        }
        errors.throwIfAny();
        return limit;
    }
}
