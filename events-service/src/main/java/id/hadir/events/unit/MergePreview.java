package id.hadir.events.unit;

/** What a merge would do; nothing of it is done yet. */
public record MergePreview(UnitProfile unit, UnitProfile into, MergedRosters.Moved rosters) {}
