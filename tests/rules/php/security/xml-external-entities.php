<?php

function parse_order(string $xml): DOMDocument
{
    libxml_disable_entity_loader(false); // finds: php.security.xml-external-entities
    $document = new DOMDocument();
    $document->loadXML($xml, LIBXML_NOENT | LIBXML_DTDLOAD); // finds: php.security.xml-external-entities
    return $document;
}

$feed = simplexml_load_string($body, 'SimpleXMLElement', LIBXML_NOENT); // finds: php.security.xml-external-entities
$document->substituteEntities = true; // finds: php.security.xml-external-entities
$reader->setParserProperty(XMLReader::SUBST_ENTITIES, true); // finds: php.security.xml-external-entities

libxml_disable_entity_loader(true); // ok: php.security.xml-external-entities
$document->loadXML($xml, LIBXML_NONET); // ok: php.security.xml-external-entities
$document->substituteEntities = false; // ok: php.security.xml-external-entities
$feed = simplexml_load_string($body); // ok: php.security.xml-external-entities
