package id.hadir.materials;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication(proxyBeanMethods = false)
class MaterialsService {

    public static void main(String[] args) {
        SpringApplication.run(MaterialsService.class, args);
    }
}
