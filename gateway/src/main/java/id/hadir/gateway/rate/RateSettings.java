package id.hadir.gateway.rate;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How much one may ask. An office, a hall or a whole mobile network is one address: 500 phones that
 * load a page with its six assets at the same moment make 3,500 requests, and each of them some
 * twenty-five until it has registered, 12,500 in all. So an address has 10,000 at once and 500 a
 * second: two such halls at the same moment, or two that register within the same minute.
 *
 * @param address all who are not proven to be somebody
 * @param account a bearer token or a session
 * @param ticket one person
 * @param guesses wrong tickets and tokens of one address
 * @param remembered addresses at most, and as many who are proven; each takes some 400 bytes
 */
@Validated
@ConfigurationProperties("hadir.rates")
record RateSettings(
        @Valid Rate address,
        @Valid Rate account,
        @Valid Rate ticket,
        @Valid Rate guesses,
        @Min(1) int remembered) {

    /**
     * @param atOnce requests after a pause
     * @param perSecond in the long run
     */
    record Rate(@Min(1) long atOnce, @Min(1) long perSecond) {

        /** After which whoever used up everything has everything again. */
        long secondsToFill() {
            return (atOnce + perSecond - 1) / perSecond;
        }
    }
}
