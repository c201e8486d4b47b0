package id.hadir.attendance.message;

import java.util.UUID;

/** A registration whose ticket may be sent, its row locked. */
record Recipient(UUID eventId, UUID registrationId) {}
