package id.hadir.kit.page;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Draws precompiled templates: the body by the service's engine, the layout round it by the kit's,
 * and pages that every service has by the kit's too. jte escapes what a template prints by where it
 * stands (text, attribute, script).
 */
final class Templates {

    private static final String OF_THE_KIT = "kit/";

    private final TemplateEngine kit = precompiled("id.hadir.kit.templates");
    private final TemplateEngine service;

    Templates(String servicePackage) {
        this.service = precompiled(servicePackage);
    }

    byte[] fragment(Page page, PageContext context) {
        Map<String, Object> model = new HashMap<>(page.model());
        model.put("page", context);
        return draw(page.template().startsWith(OF_THE_KIT) ? kit : service, page.template(), model);
    }

    byte[] inLayout(Page page, PageContext context) {
        byte[] body = fragment(page, context);
        return layout(page, context, output -> output.writeBinaryContent(body));
    }

    private byte[] layout(Page page, PageContext context, Content body) {
        return draw(kit, "layout", Map.of("page", context, "shown", page, "body", body));
    }

    private static byte[] draw(TemplateEngine engine, String name, Map<String, Object> model) {
        Utf8ByteOutput output = new Utf8ByteOutput();
        engine.render(name + ".jte", model, output);
        return output.toByteArray();
    }

    private static TemplateEngine precompiled(String packageName) {
        @Nullable ClassLoader loader = Templates.class.getClassLoader();
        return TemplateEngine.createPrecompiled(null, ContentType.Html, loader, packageName);
    }
}
