package fr.jalon.web.commun;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The frame on every page that is drawn, and the browser's own files under /lib. */
@Configuration(proxyBeanMethods = false)
class EcransConfiguration implements WebMvcConfigurer, HandlerInterceptor {

    private final Cadre cadre;
    private final ResumeDesErreurs resume;

    EcransConfiguration(Cadre cadre, ResumeDesErreurs resume) {
        this.cadre = cadre;
        this.resume = resume;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registre) {
        registre.addInterceptor(this);
        registre.addInterceptor(resume);
    }

    /** After the controller: an answer without a page (redirect, file, API) costs nothing. */
    @Override
    public void postHandle(
            HttpServletRequest requete, HttpServletResponse reponse, Object controleur, ModelAndView page) {
        String vue = page == null ? null : page.getViewName();
        if (vue != null && !vue.startsWith("redirect:") && !vue.contains("::")) {
            cadre.poser(page.getModel(), requete);
        }
    }

    /** What has its digest in its name is kept for a year; the rest is asked again, and mostly not sent again. */
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
