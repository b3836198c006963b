//! The rules of CTS (Cloud Trace Service) tracker bodies.
