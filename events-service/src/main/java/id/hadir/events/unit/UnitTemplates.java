package id.hadir.events.unit;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import id.hadir.events.region.Region;
import id.hadir.events.region.RegionCode;
import id.hadir.events.region.RegionQueries;
import id.hadir.events.unit.UnitTemplate.Office;
import id.hadir.kit.problem.FieldErrors;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Enters the usual offices of a region's government; {@code opd/NOTICE.md} says whence they are.
 */
@Service
public class UnitTemplates {

    private final List<UnitTemplate> templates = read();
    private final UnitRegister register;
    private final UnitImportQueries queries;
    private final RegionQueries regions;

    UnitTemplates(UnitRegister register, UnitImportQueries queries, RegionQueries regions) {
        this.register = register;
        this.queries = queries;
        this.regions = regions;
    }

    /** What came of a template: offices that are new, and those that the region had. */
    public record Entered(int created, int existing) {}

    public List<UnitTemplate> all() {
        return templates;
    }

    /** The one that fits a region. */
    public Optional<UnitTemplate> of(Region region) {
        return of(UnitTemplate.codeFor(region));
    }

    private Optional<UnitTemplate> of(@Nullable String code) {
        return templates.stream().filter(template -> template.code().equals(code)).findFirst();
    }

    /** Codes of the offices that a region has already. */
    public Mono<Set<String>> existing(UnitTemplate template, String regionCode) {
        List<UnitFile.Line> lines = new ArrayList<>();
        for (Office office : template.offices()) {
            UnitDetails unit =
                    new UnitDetails(office.name(), UnitKind.OPD, regionCode, null, null, null);
            lines.add(new UnitFile.Line(lines.size(), unit));
        }
        return queries.stored(lines)
                .map(stored -> template.offices().get((int) stored.line()).code())
                .collect(Collectors.toSet());
    }

    /**
     * @return fails with 422 for a template, region or office that there is not, or a region of
     *     another level
     */
    public Mono<Entered> enter(
            @Nullable String code,
            @Nullable String regionCode,
            List<String> leaveOut,
            FieldErrors errors) {
        UnitTemplate template = of(code).orElse(null);
        if (template == null) {
            errors.add("template", code == null ? "required" : "invalid-choice");
        } else {
            tellUnknown(template, leaveOut, errors);
        }
        String region = RegionCode.parse("regionCode", regionCode, errors);
        if (regionCode == null || regionCode.isBlank()) {
            errors.add("regionCode", "required");
        }
        return Mono.justOrEmpty(region)
                .flatMap(regions::find)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(
                        found -> {
                            tellUnfit(template, region, found, errors);
                            errors.throwIfAny();
                            return found.isEmpty() || template == null
                                    ? Mono.empty()
                                    : enter(template.details(found.get().code(), leaveOut));
                        });
    }

    private Mono<Entered> enter(List<UnitDetails> units) {
        return register.enter(units).map(made -> new Entered(made, units.size() - made));
    }

    private static void tellUnknown(
            UnitTemplate template, List<String> leaveOut, FieldErrors errors) {
        for (int i = 0; i < leaveOut.size(); i++) {
            if (!template.has(leaveOut.get(i))) {
                errors.add("leaveOut[" + i + "]", "invalid-choice");
            }
        }
    }

    private static void tellUnfit(
            @Nullable UnitTemplate template,
            @Nullable String typed,
            Optional<Region> found,
            FieldErrors errors) {
        if (typed != null && found.isEmpty()) {
            errors.add("regionCode", "invalid-region-code");
        }
        if (template != null
                && found.filter(it -> !UnitTemplate.codeFor(it).equals(template.code()))
                        .isPresent()) {
            errors.add("regionCode", "region-level");
        }
    }

    private static List<UnitTemplate> read() {
        Map<String, List<Office>> offices = new LinkedHashMap<>();
        try (InputStream file = UnitTemplates.class.getResourceAsStream("/opd/opd.csv");
                CsvReader<NamedCsvRecord> records =
                        CsvReader.builder()
                                .ofNamedCsvRecord(
                                        new InputStreamReader(file, StandardCharsets.UTF_8))) {
            for (NamedCsvRecord fields : records) {
                offices.computeIfAbsent(fields.getField("template"), _ -> new ArrayList<>())
                        .add(
                                new Office(
                                        fields.getField("code"),
                                        fields.getField("name"),
                                        fields.getField("headTitle")));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return offices.entrySet().stream()
                .map(entry -> new UnitTemplate(entry.getKey(), List.copyOf(entry.getValue())))
                .toList();
    }
}
