package id.hadir.events.unit;

import id.hadir.events.body.Body;
import id.hadir.kit.problem.FieldErrors;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

@RestController
class UnitTemplateApi {

    private final UnitTemplates templates;

    UnitTemplateApi(UnitTemplates templates) {
        this.templates = templates;
    }

    @GetMapping("/api/unit-templates")
    Map<String, List<UnitTemplate>> list() {
        return Map.of("items", templates.all());
    }

    @PostMapping("/api/units/from-template")
    Mono<UnitTemplates.Entered> enter(@RequestBody JsonNode document) {
        FieldErrors errors = new FieldErrors();
        Body body = Body.of(document, errors);
        return templates.enter(
                body.text("template"), body.text("regionCode"), body.texts("leaveOut"), errors);
    }
}
