package id.hadir.events.organise;

import id.hadir.events.agency.Agencies;
import id.hadir.events.agency.Agency;
import id.hadir.events.event.Event;
import id.hadir.events.event.EventCatalogue;
import id.hadir.events.series.SeriesPlanning;
import id.hadir.kit.listing.Listing;
import id.hadir.kit.listing.PageRequest;
import id.hadir.kit.page.FormState;
import id.hadir.kit.page.Page;
import id.hadir.kit.page.Words;
import id.hadir.kit.problem.FieldError;
import id.hadir.kit.security.Actor;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Gathers what the form of an event shows. */
@Component
class EventFormViews {

    private final EventCatalogue events;
    private final SeriesPlanning series;
    private final Agencies agencies;
    private final RegionChoices regions;
    private final VenueChoices venues;
    private final AgencyRegions places;

    EventFormViews(
            EventCatalogue events,
            SeriesPlanning series,
            Agencies agencies,
            RegionChoices regions,
            VenueChoices venues,
            AgencyRegions places) {
        this.events = events;
        this.series = series;
        this.agencies = agencies;
        this.regions = regions;
        this.venues = venues;
        this.places = places;
    }

    /**
     * @param action where the form is sent
     */
    Mono<Page> page(String action, FormShowing showing, Actor actor, Words words) {
        return venues.taken(showing.form(), showing.more(), actor)
                .flatMap(form -> places.into(form, actor))
                .flatMap(form -> page(action, form, showing, actor, words));
    }

    private Mono<Page> page(
            String action, EventForm form, FormShowing showing, Actor actor, Words words) {
        String more = showing.more();
        FormState state = new FormState(form.values(), showing.errors());
        boolean isNew = action.equals(EventFormPages.NEW);
        boolean wantsItem = more.equals("item") || state.value("agenda[0].title").isEmpty();
        int speakersOf = more.startsWith("speaker:") ? number(more.substring(8)) : -1;
        String title = words.get(isNew ? "organise.new" : "organise.edit");
        return Mono.zip(
                        regions.of(EventForm.REGION, form.text(EventForm.REGION)),
                        choices(actor),
                        isNew ? Mono.just(0L) : following(action, actor),
                        venues.asked(form, more, actor))
                .map(
                        parts ->
                                new EventFormView(
                                        action,
                                        isNew,
                                        state,
                                        new VenueChoice(state, parts.getT1(), parts.getT4()),
                                        form.hints(),
                                        parts.getT2(),
                                        showing.differences(),
                                        showing.draft(),
                                        TypedRows.speakers(form.values()),
                                        wantsItem ? 1 : 0,
                                        speakersOf,
                                        parts.getT3()))
                .map(view -> Page.of("organise/form", title, Map.of("view", view)))
                .map(
                        page ->
                                page.asset("events/form.js")
                                        .asset("events/form.css")
                                        .asset("events/venue.js"));
    }

    private Mono<Long> following(String action, Actor actor) {
        return events.findOwn(action.split("/")[2], actor)
                .flatMap(event -> series.following(event, actor));
    }

    /** An admin says for which agency; an organiser has one. */
    private Mono<List<Agency>> choices(Actor actor) {
        return actor.isAdmin()
                ? agencies.list(PageRequest.first(PageRequest.MOST)).map(Listing::items)
                : Mono.just(List.of());
    }

    /** What somebody else has saved meanwhile beside what is typed. */
    Mono<FormShowing> merged(
            EventForm mine, Event stored, List<FieldError> errors, Actor actor, Words words) {
        EventForm theirs = EventFormValues.of(stored);
        FormMerge merge = FormMerge.of(FormOrigin.read(mine), mine, theirs);
        return Mono.zip(
                regions.names(mine, theirs),
                choices(actor),
                (names, agencies) ->
                        FormShowing.overtaken(
                                FormOrigin.compared(merge.form(), stored.version()),
                                errors,
                                merge.told(mine, theirs, new FormTexts(words, names, agencies))));
    }

    private static int number(@Nullable String text) {
        return text != null && text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : -1;
    }
}
