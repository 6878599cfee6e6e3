//! XML as a tree, by a reader that is not `quick-xml`.

use roxmltree::{Document, Error, Node};

#[derive(Clone, Debug, PartialEq)]
pub struct Element {
    pub name: String,
    /// All text directly in it, joined.
    pub text: String,
    pub children: Vec<Element>,
}

/// The root of a document, from its first byte that is neither BOM nor white space.
pub fn read(text: &[u8]) -> Option<Element> {
    let document = Document::parse(without_bom(text)?).ok()?;
    Some(element(document.root_element()))
}

/// Whether this reader refuses a document for what the core lets pass: a character that XML lacks inside `Encrypt`, where it is
/// no base64; names beyond XML's tables, or with a prefix that nothing declares; and oddities of the declaration.
pub fn is_fine_print(text: &[u8]) -> bool {
    let Some(text) = without_bom(text) else { return false };
    match Document::parse(text) {
        Err(Error::NonXmlChar(..)) => true,
        Err(Error::InvalidName(_) | Error::InvalidChar2("a whitespace", ..)) => true,
        Err(Error::UnknownNamespace(..) | Error::InvalidElementNamePrefix(_)) => true,
        Err(_) => text.starts_with("<?xml"),
        Ok(_) => false,
    }
}

fn without_bom(text: &[u8]) -> Option<&str> {
    str::from_utf8(crate::without_bom(text)).ok()
}

fn element(node: Node<'_, '_>) -> Element {
    Element {
        name: node.tag_name().name().to_owned(),
        text: node.children().filter(Node::is_text).filter_map(|text| text.text()).collect(),
        children: node.children().filter(Node::is_element).map(element).collect(),
    }
}

impl Element {
    /// The one child of a name.
    pub fn get(&self, name: &str) -> Option<&Element> {
        let mut found = self.children.iter().filter(|child| child.name == name);
        let child = found.next()?;
        found.next().is_none().then_some(child)
    }

    /// Every element of one of the names, anywhere, with its depth; the root's is 0.
    pub fn named(&self, names: &[&str]) -> Vec<(usize, &Element)> {
        let here = names.contains(&&*self.name).then_some((0, self));
        let below = self.children.iter().flat_map(|child| child.named(names));
        here.into_iter().chain(below.map(|(depth, element)| (depth + 1, element))).collect()
    }
}
