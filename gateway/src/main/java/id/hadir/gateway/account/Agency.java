package id.hadir.gateway.account;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** What the gateway knows of an agency of events-service. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Agency(String id, String name) {}
