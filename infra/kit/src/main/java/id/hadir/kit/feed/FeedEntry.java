package id.hadir.kit.feed;

import tools.jackson.databind.JsonNode;

/**
 * One change told by another service.
 *
 * @param type such as {@code event.changed}
 * @param subject id of what changed
 * @param data its new state
 */
public record FeedEntry(String type, String subject, JsonNode data) {}
