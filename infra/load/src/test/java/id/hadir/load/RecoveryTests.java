package id.hadir.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecoveryTests {

    @Test
    void aFewQuickAnswersAreNoRecovery() {
        Recovery recovery = new Recovery(4);
        for (int i = 0; i < 19; i++) {
            assertThat(recovery.isReachedWith(4)).isFalse();
        }
        assertThat(recovery.isReachedWith(4)).isTrue();
    }

    @Test
    void itIsReachedWhenMostOfTheLatestAnswersAreAsQuickAsBefore() {
        Recovery recovery = new Recovery(4);
        for (int i = 0; i < 100; i++) {
            assertThat(recovery.isReachedWith(9)).isFalse();
        }
        for (int i = 0; i < 10; i++) {
            assertThat(recovery.isReachedWith(4.4)).isFalse();
        }
        assertThat(recovery.isReachedWith(4.4)).isTrue();
    }
}
