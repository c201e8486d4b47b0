package id.hadir.attendance;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication(proxyBeanMethods = false)
class AttendanceService {

    public static void main(String[] args) {
        SpringApplication.run(AttendanceService.class, args);
    }
}
