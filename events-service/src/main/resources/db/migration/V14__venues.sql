-- Venues are found again by words of their name and region; see VenueQueries.
create index event_by_venue_words on event using gin ((' ' || venue_key) gin_trgm_ops) where venue_key is not null;
