from pysnmp.hlapi import CommunityData, UsmUserData


def sessions(name, auth, privacy):
    yield CommunityData(name, mpModel=0)  # finds: python.security.insecure-snmp
    yield CommunityData(name, mpModel=1)  # finds: python.security.insecure-snmp
    yield UsmUserData(name)  # finds: python.security.insecure-snmp
    yield UsmUserData(name, auth)  # finds: python.security.insecure-snmp
    yield UsmUserData(name, auth, privacy)  # ok: python.security.insecure-snmp
    yield UsmUserData(name, authKey=auth, privKey=privacy)  # ok: python.security.insecure-snmp
