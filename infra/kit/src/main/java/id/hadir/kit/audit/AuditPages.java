package id.hadir.kit.audit;

import id.hadir.kit.audit.AuditView.Asked;
import id.hadir.kit.audit.AuditView.Chain;
import id.hadir.kit.audit.AuditView.Change;
import id.hadir.kit.listing.Listing;
import id.hadir.kit.listing.PageRequest;
import id.hadir.kit.page.Page;
import id.hadir.kit.page.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** This service's part of the audit, for admins to read. */
@Controller
class AuditPages {

    private static final int SHOWN_OF_HASH = 16;

    private final AuditQueries queries;
    private final AuditVerification verification;
    private final AuditSettings settings;
    private final JsonMapper json;

    AuditPages(
            AuditQueries queries,
            AuditVerification verification,
            AuditSettings settings,
            JsonMapper json) {
        this.queries = queries;
        this.verification = verification;
        this.settings = settings;
        this.json = json;
    }

    /** In the query a day is a day of {@link AuditView#ZONE}, and the last one counts. */
    @GetMapping("/admin/jejak/${hadir.audit.part}")
    Mono<Page> show(
            @RequestParam(name = "dari", defaultValue = "") String from,
            @RequestParam(name = "sampai", defaultValue = "") String to,
            @RequestParam(name = "akun", defaultValue = "") String actor,
            @RequestParam(name = "tindakan", defaultValue = "") String action,
            @RequestParam(name = "kegiatan", defaultValue = "") String event,
            @RequestParam(name = "periksa", defaultValue = "false") boolean verified,
            PageRequest page,
            Words words) {
        Asked asked = new Asked(from, to, actor, action, event);
        Mono<Optional<Chain>> chain =
                verified
                        ? verification.verify().map(AuditPages::chain).map(Optional::of)
                        : Mono.just(Optional.empty());
        return Mono.zip(queries.list(question(asked), page), chain)
                .map(
                        found ->
                                view(
                                        asked,
                                        Listing.of(found.getT1(), page, AuditQueries::cursor),
                                        found.getT2().orElse(null)))
                .map(
                        view ->
                                Page.of("kit/audit", words.get("audit.title"), Map.of("view", view))
                                        .wide());
    }

    private AuditView view(Asked asked, Listing<AuditEntry> page, @Nullable Chain chain) {
        List<AuditView.Row> rows = page.items().stream().map(this::row).toList();
        return new AuditView(settings.part(), asked, rows, page.next(), chain);
    }

    private static AuditQuestion question(Asked asked) {
        MultiValueMap<String, String> query = new LinkedMultiValueMap<>();
        query.add("from", startOf(asked.from(), 0));
        query.add("to", startOf(asked.to(), 1));
        query.add("actor", asked.actor());
        query.add("action", asked.action());
        query.add("eventId", asked.event());
        return AuditQuestion.of(query);
    }

    /** What is no day goes on as it is, to be refused as any other moment. */
    private static String startOf(String day, int later) {
        try {
            Instant start =
                    LocalDate.parse(day.strip())
                            .plusDays(later)
                            .atStartOfDay(AuditView.ZONE)
                            .toInstant();
            return start.toString();
        } catch (DateTimeParseException noDay) {
            return day;
        }
    }

    private static Chain chain(Verification found) {
        Gap gap = found.gap();
        return new Chain(
                found.seals(),
                found.entries(),
                gap == null ? null : gap.no(),
                found.head().hash().substring(0, SHOWN_OF_HASH),
                found.isProtected());
    }

    private AuditView.Row row(AuditEntry entry) {
        return new AuditView.Row(
                entry.at(),
                entry.actor(),
                entry.role(),
                entry.address(),
                entry.action(),
                entry.event(),
                entry.kind(),
                entry.subject(),
                changes(fields(entry.before()), fields(entry.after())));
    }

    private JsonNode fields(@Nullable String text) {
        return text == null ? json.createObjectNode() : json.readTree(text);
    }

    private static List<Change> changes(JsonNode before, JsonNode after) {
        TreeSet<String> names = new TreeSet<>(before.propertyNames());
        names.addAll(after.propertyNames());
        return names.stream()
                .map(name -> new Change(name, text(before.path(name)), text(after.path(name))))
                .toList();
    }

    private static String text(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        return value.isString() ? value.stringValue() : value.toString();
    }
}
