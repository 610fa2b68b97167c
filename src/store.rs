//! The store, which holds the [`ViewState`] that all islands share. The store is only in memory, and saves nothing on
//! the device. Islands get the store as a property. They can read parts of the view with [`use_selector`], and change
//! the view by dispatching an [`Action`].
//!
//! This module does not access the address. `url_sync` reads the address into the store, and writes the view into the
//! address.

use crate::view::{Action, ViewState};
use std::{
    cell::{Cell, RefCell},
    rc::Rc,
    sync::atomic::{AtomicBool, Ordering},
};
use yew::prelude::*;

type Listener = Rc<dyn Fn(&ViewState)>;

/// The functions with which a page adapts its store.
#[derive(Clone)]
pub struct Rules {
    /// Removes from a view the parts that the page cannot show, and the choices that are the page's defaults.
    pub settle: Rc<dyn Fn(&mut ViewState)>,
    /// Schedules the function that calls the listeners after a change. Several changes before the scheduled call cause
    /// only one call.
    pub when: fn(Box<dyn FnOnce()>),
}

impl Default for Rules {
    /// Returns rules that leave every view unchanged and call the listeners at once.
    fn default() -> Self {
        Self { settle: Rc::new(|_| {}), when: |notify| notify() }
    }
}

/// A handle of the store. A clone refers to the same store.
#[derive(Clone, Default)]
pub struct Store(Rc<Shared>);

#[derive(Default)]
struct Shared {
    rules: Rules,
    view: RefCell<ViewState>,
    listeners: RefCell<Vec<(usize, Listener)>>,
    next: Cell<usize>,
    waiting: Cell<bool>,
}

/// Whether the app has panicked. The panic hook has no access to a store, so the flag is a static.
static STOPPED: AtomicBool = AtomicBool::new(false);

/// Stops all stores. The panic hook calls this function. A stopped store does not change, and calls no listeners.
pub fn stop() {
    STOPPED.store(true, Ordering::Relaxed);
}

/// Returns whether [`stop`] was called.
pub fn is_stopped() -> bool {
    STOPPED.load(Ordering::Relaxed)
}

/// The subscription of a listener. Dropping the subscription removes the listener from the store.
#[must_use = "the listener is removed when this is dropped"]
pub struct Subscription(Store, usize);

impl Drop for Subscription {
    fn drop(&mut self) {
        self.0.0.listeners.borrow_mut().retain(|(id, _)| *id != self.1);
    }
}

impl PartialEq for Store {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Store {
    /// Makes a store with `view`, for a page with `rules`.
    pub fn new(rules: Rules, mut view: ViewState) -> Self {
        (rules.settle)(&mut view);
        Self(Rc::new(Shared { rules, view: RefCell::new(view), ..Shared::default() }))
    }

    /// Returns the current view.
    pub fn view(&self) -> ViewState {
        self.0.view.borrow().clone()
    }

    /// Changes the view by `action`. If the new view differs from the old one, schedules a call of all listeners.
    pub fn dispatch(&self, action: Action) {
        let before = self.view();
        let mut view = before.clone().reduce(action);
        (self.0.rules.settle)(&mut view);
        if !is_stopped() && view != before {
            *self.0.view.borrow_mut() = view;
            if !self.0.waiting.replace(true) {
                let store = self.clone();
                (self.0.rules.when)(Box::new(move || store.notify()));
            }
        }
    }

    /// Calls all listeners with the current view.
    pub fn notify(&self) {
        self.0.waiting.set(false);
        if is_stopped() {
            return;
        }
        // Listeners may read the store and drop their subscriptions, so the store must not be borrowed while they run.
        let (view, listeners) = (self.view(), self.0.listeners.borrow().clone());
        listeners.iter().for_each(|(_, listener)| listener(&view));
    }

    /// Adds a listener. The store calls the listener after changes, until the subscription is dropped.
    pub fn subscribe(&self, listener: impl Fn(&ViewState) + 'static) -> Subscription {
        let id = self.0.next.get();
        self.0.next.set(id + 1);
        self.0.listeners.borrow_mut().push((id, Rc::new(listener)));
        Subscription(self.clone(), id)
    }
}

/// Returns the part of the view that `select` selects. Renders the component again when this part changes.
///
/// The first rendering uses the default view, because hydration needs the same result as the native rendering. A second
/// rendering follows immediately if the part of the current view differs.
#[hook]
pub fn use_selector<T: Clone + PartialEq + 'static>(store: &Store, select: fn(&ViewState) -> T) -> T {
    let store = store.clone();
    let part = use_state_eq(|| select(&ViewState::default()));
    let handle = part.clone();
    use_effect_with((), move |()| {
        handle.set(select(&store.view()));
        let subscription = store.subscribe(move |view| handle.set(select(view)));
        move || drop(subscription)
    });
    (*part).clone()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::Parameter;

    fn set_year(year: &str) -> Action {
        Action::Set(Parameter::Year, year.to_owned())
    }

    #[test]
    fn listeners_are_called_while_they_are_subscribed() {
        let store = Store::default();
        let heard = Rc::new(Cell::new(0));
        let subscription = store.subscribe({
            let (heard, store) = (Rc::clone(&heard), store.clone());
            move |view| {
                assert_eq!(*view, store.view());
                heard.set(heard.get() + 1);
            }
        });
        store.dispatch(set_year("2014"));
        store.dispatch(set_year("2014"));
        assert_eq!(heard.get(), 1, "the second one changed nothing");
        drop(subscription);
        store.dispatch(set_year(""));
        assert_eq!(heard.get(), 1, "the listener is removed");
    }

    #[test]
    fn several_changes_cause_one_scheduled_call() {
        thread_local! {
            static LATER: RefCell<Vec<Box<dyn FnOnce()>>> = RefCell::default();
        }
        let when = |notify| LATER.with_borrow_mut(|later| later.push(notify));
        let store = Store::new(Rules { when, ..Rules::default() }, ViewState::default());
        let heard = Rc::new(RefCell::new(Vec::new()));
        let subscription = store.subscribe({
            let heard = Rc::clone(&heard);
            move |view| heard.borrow_mut().push(view.year)
        });
        store.dispatch(set_year("2014"));
        store.dispatch(set_year("2016"));
        assert_eq!((store.view().year, heard.borrow().len()), (Some(2016), 0));
        LATER.take().into_iter().for_each(|notify| notify());
        assert_eq!(*heard.borrow(), [Some(2016)]);
        store.dispatch(set_year(""));
        LATER.take().into_iter().for_each(|notify| notify());
        assert_eq!(*heard.borrow(), [Some(2016), None]);
        drop(subscription);
    }

    #[test]
    fn what_the_page_cannot_show_is_dropped() {
        let settle = |view: &mut ViewState| {
            view.year.take_if(|year| *year < 2000);
        };
        let store = Store::new(Rules { settle: Rc::new(settle), ..Rules::default() }, ViewState::parse("year=1999&depth=brief"));
        assert_eq!(store.view().serialise(""), "depth=brief");
        store.dispatch(set_year("1066"));
        assert_eq!(store.view().serialise(""), "depth=brief");
    }
}
