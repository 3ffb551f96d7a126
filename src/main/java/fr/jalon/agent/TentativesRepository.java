package fr.jalon.agent;

import org.springframework.data.jpa.repository.JpaRepository;

interface TentativesRepository extends JpaRepository<TentativeAdresse, String> {}
