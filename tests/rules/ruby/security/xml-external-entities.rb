def parse(body)
  Nokogiri::XML(body) { |config| config.noent } # finds: ruby.security.xml-external-entities
  Nokogiri::XML(body, nil, nil, Nokogiri::XML::ParseOptions::NOENT) # finds: ruby.security.xml-external-entities
  LibXML::XML.default_substitute_entities = true # finds: ruby.security.xml-external-entities
  Nokogiri::XML(body) { |config| config.nonet.strict } # ok: ruby.security.xml-external-entities
  LibXML::XML.default_substitute_entities = false # ok: ruby.security.xml-external-entities
  Nokogiri::XML(body) # ok: ruby.security.xml-external-entities
end
