package id.hadir.events.organise;

import id.hadir.events.browse.ShownEvents;
import id.hadir.events.event.Event;
import id.hadir.events.invitation.AudiencePreview;
import id.hadir.events.invitation.Invitations;
import id.hadir.events.invitation.Progress;
import id.hadir.events.region.RegionQueries;
import id.hadir.kit.listing.PageRequest;
import id.hadir.kit.page.FormState;
import id.hadir.kit.page.Page;
import id.hadir.kit.page.Words;
import id.hadir.kit.problem.FieldError;
import id.hadir.kit.problem.FieldErrors;
import id.hadir.kit.problem.Problem;
import id.hadir.kit.security.Actor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Gathers what the page of invitations shows. */
@Component
class InviteViews {

    private static final PageRequest LAST_WAVES = PageRequest.first(20);
    private static final Pattern LINE = Pattern.compile("audience\\[([0-9]+)]\\.([a-zA-Z]+).*");

    private final Invitations invitations;
    private final ShownEvents shown;
    private final RegionChoices choices;
    private final RegionQueries regions;

    InviteViews(
            Invitations invitations,
            ShownEvents shown,
            RegionChoices choices,
            RegionQueries regions) {
        this.invitations = invitations;
        this.shown = shown;
        this.choices = choices;
        this.regions = regions;
    }

    /** What is shown besides the event and its roster. */
    record Picker(
            AudienceForm form, FieldErrors errors, Optional<AudiencePreview> count, String done) {

        static Picker of(AudienceForm form) {
            return new Picker(form, new FieldErrors(), Optional.empty(), "");
        }

        Picker wrong(FieldErrors found) {
            return new Picker(form, found, count, done);
        }

        Picker counted(Optional<AudiencePreview> counted) {
            return new Picker(form, errors, counted, done);
        }

        Picker done(String what) {
            return new Picker(form, errors, count, what);
        }
    }

    Mono<Page> page(Event event, Picker picker, PageRequest request, Actor actor, Words words) {
        var state = new FormState(picker.form.values(), picker.errors.asList());
        return Mono.zip(
                        shown.of(event),
                        choices.of(AudienceForm.REGION, picker.form.region()),
                        lines(picker.form),
                        invitations.roster(actor, event.slug()),
                        invitations.list(actor, event.slug(), request),
                        invitations.waves(actor, event.slug(), LAST_WAVES),
                        progress(event.slug(), actor))
                .map(
                        parts ->
                                new InviteView(
                                        parts.getT1(),
                                        state,
                                        parts.getT2(),
                                        parts.getT3(),
                                        picker.count,
                                        parts.getT4(),
                                        parts.getT5(),
                                        parts.getT6().items(),
                                        parts.getT7(),
                                        picker.done))
                .map(
                        view ->
                                Page.of(
                                                "organise/invite",
                                                words.get("invite.title"),
                                                Map.of("view", view))
                                        .wide());
    }

    private Mono<Optional<Progress>> progress(String slug, Actor actor) {
        return invitations.progress(actor, slug).map(Optional::of).defaultIfEmpty(Optional.empty());
    }

    /**
     * @param asks how often the page asks again while there is none
     */
    Mono<Page> progressPage(String slug, int asks, Actor actor) {
        String action = "/panitia/" + slug + "/undang";
        return progress(slug, actor)
                .map(progress -> Map.of("progress", progress, "action", action, "asks", asks))
                .map(model -> Page.fragment("organise/progress", model));
    }

    private Mono<List<ShownLine>> lines(AudienceForm form) {
        List<TypedAudience> added = form.added();
        return regions.names(added.stream().map(line -> line.text(AudienceForm.REGION)).toList())
                .map(
                        names ->
                                added.stream()
                                        .map(
                                                line ->
                                                        new ShownLine(
                                                                line,
                                                                names.getOrDefault(
                                                                        line.text(
                                                                                AudienceForm
                                                                                        .REGION),
                                                                        "")))
                                        .toList());
    }

    /** What the desk found wrong with the lines that were sent, at the fields of the form. */
    FieldErrors typed(Problem problem, List<TypedAudience> sent) {
        FieldErrors errors = new FieldErrors();
        for (FieldError error : problem.errors()) {
            errors.add(field(error.field(), sent), error.code(), error.args().toArray());
        }
        return errors;
    }

    private static String field(String path, List<TypedAudience> sent) {
        Matcher line = LINE.matcher(path);
        if (!line.matches()) {
            return path;
        }
        int number = Integer.parseInt(line.group(1));
        return (number < sent.size() ? sent.get(number).prefix() : "") + line.group(2);
    }
}
