package fr.jalon.agent;

import org.springframework.data.jpa.repository.JpaRepository;

interface AntennesRepository extends JpaRepository<AntenneEntity, String> {}
