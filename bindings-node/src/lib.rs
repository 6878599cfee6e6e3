//! wxseal for Node.js.
