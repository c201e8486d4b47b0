package id.hadir.load.peer;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

@SpringBootApplication
class Peer {

    static void main(String[] args) {
        SpringApplication.run(Peer.class, args);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
