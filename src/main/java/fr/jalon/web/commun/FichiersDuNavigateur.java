package fr.jalon.web.commun;

import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The browser's own files under /lib: what has its digest in its name is kept for a year, the rest is asked again. */
@Configuration(proxyBeanMethods = false)
class FichiersDuNavigateur implements WebMvcConfigurer {

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registre) {
        registre.addResourceHandler("/lib/medias/**")
                .addResourceLocations("classpath:/static/lib/medias/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
        registre.addResourceHandler("/lib/**")
                .addResourceLocations("classpath:/static/lib/")
                .setCacheControl(CacheControl.noCache().cachePublic());
    }
}
