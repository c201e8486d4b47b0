package id.hadir.events;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication(proxyBeanMethods = false)
class EventsService {

    public static void main(String[] args) {
        SpringApplication.run(EventsService.class, args);
    }
}
